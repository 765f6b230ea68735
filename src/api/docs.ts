import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/** The documentation: OpenAPI 3.1 made from the routes' own schemas, as JSON and as a page. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Thang',
        version: '0.1.0',
        description:
          'Lỗi trả về theo RFC 9457 (application/problem+json). Yêu cầu thay đổi dữ liệu cần tiêu đề x-thang-csrf lấy từ GET /api/session.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'thang_session' },
          csrf: { type: 'apiKey', in: 'header', name: 'x-thang-csrf' },
        },
      },
      security: [{ session: [], csrf: [] }],
    },
  });
  await app.register(async (docs) => {
    docs.addHook('onRoute', (route) => {
      route.config = { ...route.config, may: 'Ai cũng mở được trang và tài liệu của phần mềm' };
    });
    await docs.register(swaggerUi, {
      routePrefix: '/api/docs',
      theme: { title: 'Thang · Tài liệu API' },
      // Without the bar on top, which offers to open the documentation of any other address.
      uiConfig: { layout: 'BaseLayout', tryItOutEnabled: false },
    });
  });
}
