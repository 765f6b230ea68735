import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/** A dialog over the page. `kind` "side" slides from the left (navigation on a phone). */
export function Sheet({
  title,
  isOpen,
  onClose,
  children,
  kind = 'middle',
  role = 'dialog',
}: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  kind?: 'middle' | 'side' | 'top' | 'large';
  role?: 'dialog' | 'alertdialog';
}) {
  return (
    <ModalOverlay className="shade" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className={`sheet ${kind}`}>
        <Dialog className="sheet-body" role={role}>
          <div className="sheet-head">
            <Heading slot="title">{title}</Heading>
            <Button className="icon" aria-label="Đóng" onPress={onClose}>
              ✕
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
