/** What is wrong with one field of a request, in words that say what to send instead; the values stay out. */
export function sayField(keyword: string, params: object): string {
  const { limit, requiredProperties = [] } = params as { limit?: number; requiredProperties?: readonly string[] };
  switch (keyword) {
    case 'required':
      return `thiếu mục bắt buộc: ${requiredProperties.join(', ')}`;
    case 'additionalProperties':
      return 'có mục không dùng ở đây; hãy bỏ mục đó';
    case 'maxItems':
      return `quá nhiều: mỗi lần gửi tối đa ${limit} mục; hãy chia thành nhiều lần gửi`;
    case 'minItems':
      return `quá ít: cần ít nhất ${limit} mục`;
    case 'maxLength':
      return `quá dài: tối đa ${limit} ký tự`;
    case 'minLength':
      return `quá ngắn: cần ít nhất ${limit} ký tự`;
    case 'minimum':
      return `quá nhỏ: phải từ ${limit} trở lên`;
    case 'maximum':
      return `quá lớn: phải từ ${limit} trở xuống`;
    case 'nul':
      return 'có ký tự không dùng được trong địa chỉ; hãy gõ lại';
    case 'type':
      return 'không đúng kiểu dữ liệu';
    default:
      return 'không đúng dạng';
  }
}
